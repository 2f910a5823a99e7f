import type { Shock } from '../../scenarios/scenario.ts'
import type { Brief, BriefStory, Chart } from '../brief.ts'
import { chartRows } from '../charts/chart-rows.ts'
import { deviation, effectCells } from '../effect-cells.ts'
import { effectGroups, leadEffects, splitEffects } from '../effect-order.ts'
import { groupNotComputed } from '../not-computed.ts'
import { formatChange, formatNumber, formatTogether, unitLabel } from '../number-format.ts'
import type { References } from '../references.ts'
import { groupScenarios } from '../scenario-groups.ts'
import { assumptionValue } from '../scenario-text.ts'
import { isComputed } from '../story-answer.ts'
import type { StoryPart } from '../story-parts.ts'
import { nameOf, shockValues, shownCase } from '../wording.ts'
import { disagreementsMarkdown, eventMarkdown } from './markdown-claims.ts'
import { marks, pipeTable, plain, timeText } from './markdown-parts.ts'

export function storyMarkdown(part: StoryPart, brief: Brief, references: References): string {
  const { story, events } = part
  return [
    `## ${plain(story.title)}`,
    plain(story.answer.sentence),
    ...(story.network_date === null ? [] : [`Computed on the network of ${timeText(story.network_date)}.`]),
    '### What is claimed',
    ...(events.length === 0
      ? ['No claim stands behind this story.']
      : events.map((event) => eventMarkdown(event, references))),
    ...(events.length === 0 ? [] : ['### Where reports disagree', disagreementsMarkdown(events, references)]),
    ...(isComputed(story) || story.plausibility.length === 0
      ? []
      : ['### Figures held together', plausibility(story, references)]),
    ...(isComputed(story)
      ? computedParts(brief, story, references)
      : ['Nothing was computed for this story; the reasons follow.']),
    '### Not computed',
    list(
      groupNotComputed(story.not_computed).map(
        ({ whats, because }) => `${whats.map(plain).join('; ')}: not computed, because ${plain(because)}`,
      ),
      'Everything that the claims of this story say about supply was computed.',
    ),
  ].join('\n\n')
}

function list(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.map((item) => `- ${item}`).join('\n')
}

/** From the scenario to what limits the effect. */
function computedParts(brief: Brief, story: BriefStory, references: References): string[] {
  return [
    '### The scenario',
    scenarios(brief, story, references),
    '### How plausible the base case is',
    plausibility(story, references),
    '### What it would do',
    effects(brief, story, references),
    ...(story.map.length === 0 ? [] : [flows(story)]),
    ...story.charts.map(chartMarkdown),
    '### What moves',
    list(story.moved.map(plain), 'No flow moves from one route to another.'),
    '### What limits it',
    list(
      story.reasons.map(
        (reason) => `${plain(reason.sentence)} (computed)${marks(references, reason.because)}`,
      ),
      'No limit was confirmed by relaxing it and solving again.',
    ),
  ]
}

function scenarios(brief: Brief, story: BriefStory, references: References): string {
  if (story.scenarios.length === 0) return 'No claim of this story was turned into a scenario.'
  const { groups, assumptions } = groupScenarios(story)
  const blocks = groups.map(({ title, shocks }) => {
    const lines = shocks.map(
      (shock) => `- ${shockText(shock, { brief, story })}${marks(references, shock.because)}`,
    )
    return [
      `#### ${plain(title)}`,
      lines.length === 0 ? 'Nothing further is changed.' : lines.join('\n'),
    ].join('\n\n')
  })
  const assumed = assumptions.map((assumption) => {
    const own = references.ofAssumption(assumption.id)
    return `${plain(assumption.statement)}${assumptionValue(assumption)} (${assumption.status})${own === null ? '' : ` [${own.label}]`}${marks(
      references,
      assumption.because.filter((key) => key !== own?.key),
    )}`
  })
  return [...blocks, ...(assumed.length === 0 ? [] : ['Assumed:', list(assumed, '')])].join('\n\n')
}

function shockText(shock: Shock, { brief, story }: { brief: Brief; story: BriefStory }): string {
  const values = shockValues(shock)
  const same = values.low === values.central && values.central === values.high
  const cases = `low ${values.low}, middle ${values.central}, high ${values.high}`
  const size = `${same ? values.high : cases}${values.note === '' ? '' : ` ${values.note}`}`
  const when = timeText(`${shock.from}/${shock.to ?? '..'}`)
  return `${plain(nameOf(brief, story, shock.asset))}, ${shock.field}: ${plain(size)}; ${when} (${shock.status})`
}

function plausibility(story: BriefStory, references: References): string {
  if (story.plausibility.length === 0) return 'No observed figure was at hand to hold the base case against.'
  return pipeTable(
    ['What', 'Observed', 'Modelled', 'Off by', 'Unit', 'Rests on'],
    story.plausibility.map((row) => {
      const [observed = '', modelled = ''] = formatTogether([row.observed, row.modelled])
      const off = deviation(row.observed, row.modelled)
      return [
        plain(row.what),
        observed,
        modelled,
        off,
        unitLabel(row.unit),
        marks(references, row.because).trim(),
      ]
    }),
  )
}

function effects(brief: Brief, story: BriefStory, references: References): string {
  if (story.effects.length === 0) return 'Nothing was computed for this story; the reasons stand below.'
  const { main, rest } = splitEffects(story.effects)
  const head = [
    'What and where',
    'When',
    'Base',
    'Low',
    'Middle',
    'High',
    'Change',
    'Unit',
    'Status, rests on',
  ]
  const tables = effectGroups([...main, ...rest], story).map(({ title, effects: rows }) => {
    const table = pipeTable(
      head,
      rows.map((effect) => {
        const cells = effectCells(effect)
        return [
          `${plain(effect.measure)}: ${plain(nameOf(brief, story, effect.zone))}`,
          timeText(effect.period),
          cells.base ?? 'none',
          cells.low,
          cells.central,
          cells.high,
          `${cells.change ?? 'not stated'}${cells.changeRange === null ? '' : ` (${cells.changeRange})`}`,
          `${unitLabel(effect.unit)}${cells.volume === null ? '' : ` (${cells.volume})`}`,
          `${effect.status}${marks(references, effect.because)}`,
        ]
      }),
    )
    return title === null ? table : `#### ${plain(title)}\n\n${table}`
  })
  const sentences = leadEffects(story.effects).map(
    (effect) => `- ${plain(effect.sentence)} (${effect.status})${marks(references, effect.because)}`,
  )
  return [
    ...(sentences.length === 0 ? ['No case differs from the base.'] : [sentences.join('\n')]),
    ...tables,
  ].join('\n\n')
}

function flows(story: BriefStory): string {
  const rows = [...story.map].sort((a, b) => Math.abs(b.central - b.base) - Math.abs(a.central - a.base))
  const table = pipeTable(
    ['Link', 'From, to', 'Before', 'After', 'Change', 'Capacity', 'Unit'],
    rows.map((flow) => {
      const [base = '', central = ''] = formatTogether([flow.base, flow.central])
      return [
        plain(flow.name),
        `${plain(flow.from.name)} → ${plain(flow.to.name)}`,
        base,
        central,
        formatChange(flow.base, flow.central),
        flow.capacity === null ? 'no limit' : formatNumber(flow.capacity),
        unitLabel(flow.unit),
      ]
    }),
  )
  return `Flows before and after (computed, ${shownCase(story)}):\n\n${table}`
}

function chartMarkdown(chart: Chart): string {
  const unit = unitLabel(chart.unit)
  const table = pipeTable(
    ['When or what', ...chart.series.map((series) => plain(series.name))],
    chartRows(chart).map((row) => [plain(row.label), ...row.cells]),
  )
  return `${plain(chart.title)}${unit === '' ? '' : `, ${unit}`} (computed; low to high in brackets). ${plain(chart.description)}\n\n${table}`
}
