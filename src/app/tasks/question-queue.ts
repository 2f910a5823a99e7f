import { carrierFamilies } from '../../scenarios/carrier-families.ts'
import type { Question } from '../../scenarios/question.ts'

/** Questions that threads share, as plain data; which thread takes which changes no answer. */
export interface QuestionQueue {
  readonly questions: readonly Question[]
  /** Indices of questions that ask of the same part of the network on the same days: their base is found once. */
  readonly groups: readonly (readonly number[])[]
  /** One shared number: how many groups were taken. */
  readonly taken: SharedArrayBuffer
}

export function queueOf(questions: readonly Question[]): QuestionQueue {
  const groups = new Map<string, number[]>()
  for (const [index, question] of questions.entries()) {
    const family = carrierFamilies.findIndex((of) => of.includes(question.carrier))
    const key = `${question.networkDate} ${question.scenarios[0]?.start ?? ''} ${question.days} ${family}`
    const group = groups.get(key) ?? []
    group.push(index)
    groups.set(key, group)
  }
  return { questions, groups: [...groups.values()], taken: new SharedArrayBuffer(4) }
}

/** The next group that nobody took; null where none is left. */
export function takeGroup({ groups, taken }: QuestionQueue): readonly number[] | null {
  return groups[Atomics.add(new Int32Array(taken), 0, 1)] ?? null
}
