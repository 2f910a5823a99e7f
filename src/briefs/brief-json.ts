import { type Brief, briefSchema } from './brief.ts'

/** `brief.json`: two-space JSON, keys in the order of the schema whatever order the value had, newline at the end. */
export function briefJson(brief: Brief): string {
  return `${JSON.stringify(briefSchema.parse(brief), null, 2)}\n`
}
