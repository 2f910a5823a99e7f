import type { Asset, Carrier } from '../../atlas/tables.ts'
import { carriersTold } from '../carriers-told.ts'
import { countriesOf } from '../event-facts.ts'
import { flowOf, linksOfAsset } from '../network-parts.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { targetOfBorder } from '../targets/border-target.ts'
import { targetsOfAsset } from '../targets/outage-target.ts'
import { isOf, standing } from '../topics.ts'

const kinds = { interconnector: ['power'], pipeline: ['gas', 'crude', 'products'] } as const

/**
 * "A subsea power cable between X and Y": the one that the atlas has there, of several one of them, each taken as likely and
 * all as equal. Null where no line or cable between two countries is spoken of, or the atlas has none.
 */
export function targetOfUnnamedLine(context: StoryContext): OutageTarget | null {
  const { facts, atlas, network } = context
  const codes = countriesOf(facts)
  if (facts.event.type !== 'outage_or_attack' || codes.length !== 2) return null
  const kind = kindTold(context)
  if (kind === null) return null
  const told = carriersTold(facts)
  const carriers = kinds[kind].filter((one) => kind === 'interconnector' || told.includes(one))
  for (const carrier of carriers) {
    const lines = atlas.tables.assets
      .filter((row) => isBetween(row, kind, carrier, codes))
      .filter(({ id }) => flowOf(linksOfAsset(atlas, network, id)) > 0 || kind === 'interconnector')
    const [only, second] = lines
    if (only === undefined) continue
    if (second === undefined)
      return targetsOfAsset(only, { facts, claims: facts.claims }, { atlas, network })[0] ?? null
    const border = targetOfBorder(codes, carrier, { atlas, network })
    if (border === null) continue
    const because = [...facts.claims.map((claim) => claim.because)]
    return {
      ...border,
      name: `one of ${lines.length} ways for ${border.name}`,
      within: { name: `all ${border.name}`, share: 1 / lines.length, because },
    }
  }
  return null
}

function kindTold({ facts }: StoryContext): keyof typeof kinds | null {
  const says = (kind: keyof typeof kinds): boolean => standing(facts).some((claim) => isOf(claim, kind))
  if (says('pipeline')) return says('interconnector') ? null : 'pipeline'
  return says('interconnector') ? 'interconnector' : null
}

function isBetween(row: Asset, kind: Asset['kind'], carrier: Carrier, codes: readonly string[]): boolean {
  const ends = row.country.split(' ')
  return (
    row.kind === kind &&
    row.carrier === carrier &&
    ends.length === 2 &&
    codes.every((code) => ends.includes(code))
  )
}
