import type { Brief } from './brief.ts'
import { endMarkdown } from './markdown-end.ts'
import { marks, plain } from './markdown-parts.ts'
import { storyMarkdown } from './markdown-story.ts'
import { indexReferences } from './references.ts'
import { answerNumbers } from './story-answer.ts'
import { storyParts } from './story-parts.ts'

/** `brief.md`: all that the page says, in Markdown that reads as plain text; maps and charts as their tables. */
export function renderBriefMarkdown(brief: Brief): string {
  const references = indexReferences(brief)
  const parts = storyParts(brief)
  const short = brief.stories.map((story) => {
    const numbers = answerNumbers(story)
    const range =
      numbers === null
        ? 'no number was computed'
        : `${[numbers.range ?? '', numbers.central === null ? '' : `central ${numbers.central}`]
            .filter((part) => part !== '')
            .join(', ')} (${story.answer.status})`
    return [
      `### ${plain(story.title)}`,
      plain(story.answer.sentence),
      `Range: ${range}${marks(references, story.answer.because)}`,
      `How sure: ${plain(story.answer.confidence)}`,
    ].join('\n\n')
  })
  const blocks = [
    '# Corridor brief',
    '## In short',
    ...(short.length === 0 ? ['The reports tell no story about supply that could be followed.'] : short),
    ...parts.stories.map((part) => storyMarkdown(part, brief, references)),
    endMarkdown(brief, parts, references),
  ]
  return `${blocks.join('\n\n')}\n`
}
