import type { Brief, BriefStory } from '../brief.ts'
import { indexReferences, type References } from '../references.ts'
import { answerNumbers, isComputed, rangeNote } from '../story-answer.ts'
import { storyParts } from '../story-parts.ts'
import { endMarkdown } from './markdown-end.ts'
import { marks, plain } from './markdown-parts.ts'
import { storyMarkdown } from './markdown-story.ts'

/** `brief.md`: all that the page says, in Markdown that reads as plain text; maps and charts as their tables. */
export function renderBriefMarkdown(brief: Brief): string {
  const references = indexReferences(brief)
  const parts = storyParts(brief)
  const computed = brief.stories.filter(isComputed).map((story) => answerMarkdown(story, references))
  const others = brief.stories
    .filter((story) => !isComputed(story))
    .map(
      ({ title, answer }) =>
        `- **${plain(title)}.** ${plain(answer.sentence)} How sure: ${plain(answer.confidence)}${marks(references, answer.because)}`,
    )
  const blocks = [
    '# Corridor brief',
    '## In short',
    ...(brief.stories.length === 0 ? ['The reports tell no story about supply that could be followed.'] : []),
    ...computed,
    ...(computed.length === 0 ? [] : [rangeNote]),
    ...(others.length === 0 ? [] : ['### Followed, not computed', others.join('\n')]),
    ...parts.stories.map((part) => storyMarkdown(part, brief, references)),
    endMarkdown(brief, parts, references),
  ]
  return `${blocks.join('\n\n')}\n`
}

function answerMarkdown(story: BriefStory, references: References): string {
  const { answer } = story
  const numbers = answerNumbers(story)
  const parts = [numbers?.range ?? '', numbers?.central ? `middle case ${numbers.central}` : ''].filter(
    (part) => part !== '',
  )
  const range = numbers === null ? 'no number was computed' : `${parts.join(', ')} (${answer.status})`
  return [
    `### ${plain(story.title)}`,
    plain(answer.sentence),
    `Range${answer.of === undefined ? '' : ` of the ${plain(answer.of)}`}: ${range}${marks(references, answer.because)}`,
    `How sure: ${plain(answer.confidence)}`,
  ].join('\n\n')
}
