import { z } from 'zod'
import { day, id, optional, optionalNumber, text } from './cells.ts'

/** What reports call things, and where each figure was published. */
export const nameTables = {
  /** Places that reports name and the programme does not: cities, regions, seas, seats of government. */
  places: z.object({
    id,
    name: text,
    kind: z.enum(['city', 'region', 'sea', 'continent', 'building', 'country']),
    country: text,
    lat: optionalNumber,
    lon: optionalNumber,
    /** Zone that an event here touches; the government it stands for is `metonym`. */
    zone: optional,
    metonym: optional,
    note: text,
  }),
  /** Who stands for a firm from a day on: a merger, a purchase of the whole. Renamings of one firm are names of it. */
  successions: z.object({
    predecessor: id,
    successor: id,
    from: day,
    source: id,
    note: text,
  }),
  /** Names in every script. Countries come from CLDR; only what CLDR lacks stands here. */
  names: z.object({
    table: z.enum(['zones', 'assets', 'actors', 'places', 'carriers', 'countries']),
    row: text,
    lang: z.string().regex(/^[a-z]{2}$/u),
    name: text,
    kind: z.enum(['name', 'alias', 'abbreviation']),
    note: text,
  }),
  sources: z.object({
    id,
    title: text,
    publisher: text,
    url: text,
    published: text,
    licence: text,
    /** What the figure rests on: the source's own file, an excerpt of its page, or nothing that can be cited. */
    evidence: z.enum(['file_opened', 'search_excerpt', 'own_knowledge', 'computed']),
    note: text,
  }),
} as const
