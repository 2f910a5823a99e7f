import { z } from 'zod'

/** The carriers of the programme. Model units: crude, products kbbl_d; gas, lng, power gwh_d; coal kt_d. */
export const carriers = ['crude', 'products', 'gas', 'lng', 'coal', 'power'] as const

/** What a cell of a table may hold; an empty one is null where it may be left out. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
export const text = z.string()
export const optional = z.string().transform((value) => (value === '' ? null : value))
export const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/u)
  .transform(Number)
export const optionalNumber = z
  .string()
  .regex(/^(-?\d+(\.\d+)?)?$/u)
  .transform((value) => (value === '' ? null : Number(value)))
export const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/u)
export const optionalDay = day.transform((value) => (value === '' ? null : value))
export const carrier = z.enum(carriers)
