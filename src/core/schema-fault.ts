import type { z } from 'zod'

/**
 * The first thing that is wrong with a value, for the person who wrote it: `"start" is missing`, `"shocks.0.value":
 * expected number, received NaN`. Fields of lists are counted from 0, as in JSON.
 */
export function schemaFault(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue === undefined) return 'not understood'
  const said = issue.message.replace(/^Invalid (?:input|option): /u, '')
  const field = issue.path.join('.')
  if (field === '') return said
  return said.endsWith('received undefined') ? `"${field}" is missing` : `"${field}": ${said}`
}
