import { describe, expect, it } from 'vitest'
import type { Asset } from '../../atlas/tables.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import type { OutageTarget } from '../target.ts'
import { precedentClassOf } from './outage-class.ts'

const target = (kind: Asset['kind'], carrier: OutageTarget['carrier'] = 'crude'): OutageTarget => ({
  subject: 'assets/x',
  name: 'x',
  kind: 'asset',
  asset: {
    id: 'x',
    name: 'x',
    kind,
    carrier,
    zone: null,
    country: '',
    lat: null,
    lon: null,
    part_of: null,
    operator: null,
    note: '',
  },
  carrier,
  carrying: [],
  plants: [],
})
const told = (...cues: string[]) => factsFixture({ type: 'outage_or_attack', refs: [], cues }).claims
const classOf = (of: OutageTarget, cues: readonly string[], isDecision = false) =>
  precedentClassOf({ target: of, claims: told(...cues), story: [], isDecision })

describe('the class of past outages', () => {
  it('is of the kind of plant and of what struck it', () => {
    expect(classOf(target('port'), ['event:attack:drone*'])).toEqual({ plant: 'port', cause: 'attack' })
    expect(classOf(target('terminal', 'gas'), [])).toEqual({ plant: 'lng', cause: 'fault' })
    expect(classOf(target('interconnector', 'power'), [])).toEqual({ plant: 'cable', cause: 'fault' })
  })

  it('takes what its sentence tells for the cause', () => {
    const causeOf = (...cues: string[]) => classOf(target('field'), cues)?.cause
    expect(causeOf('topic:storm:huracán')).toBe('storm')
    expect(causeOf('topic:weather:flood*')).toBe('weather')
    expect(causeOf('topic:quake:deprem*')).toBe('quake')
    expect(causeOf('topic:trip:power failure*')).toBe('trip')
    expect(causeOf('topic:precaution:vorsorglich*')).toBe('precaution')
    expect(causeOf('topic:blockade:protester*')).toBe('blockade')
    expect(classOf(target('refinery'), ['topic:labour:grève*'], true)).toEqual({
      plant: 'refinery',
      cause: 'strike',
    })
  })

  it('knows how grave the words are, from its own claims', () => {
    const wordsOf = (...cues: string[]) => classOf(target('pipeline'), cues)?.words
    expect(wordsOf('topic:grave:ruptur*')).toBe('grave')
    expect(wordsOf('topic:light:suspected leak')).toBe('light')
    expect(wordsOf('topic:precaution:precaution*')).toBe('light')
    // Destroyed, they say, and of no effect: neither.
    expect(wordsOf('topic:grave:destroyed', 'topic:light:unaffected')).toBeUndefined()
    const aside = {
      target: target('pipeline'),
      claims: told(),
      story: told('topic:grave:ruptur*'),
      isDecision: false,
    }
    expect(precedentClassOf(aside)?.words).toBeUndefined()
  })

  it('takes a precaution for a light word but where a war or attacks around it are told', () => {
    const shut = { target: target('field'), claims: told('topic:precaution:precaution*'), isDecision: true }
    const wordsBeside = (...cues: string[]) => precedentClassOf({ ...shut, story: told(...cues) })?.words
    expect(wordsBeside()).toBe('light')
    expect(wordsBeside('event:attack:rocket*')).toBeUndefined()
    expect(wordsBeside('topic:war:fighting')).toBeUndefined()
  })

  it('takes what exploded by itself for a grave fault, and explosions in an attack for no more than that', () => {
    const blast = ['event:attack:explosion*', 'topic:blast:explosion*']
    expect(classOf(target('refinery'), blast)).toEqual({ plant: 'refinery', cause: 'fault', words: 'grave' })
    expect(classOf(target('refinery'), [...blast, 'also:attack:drone*'])).toEqual({
      plant: 'refinery',
      cause: 'attack',
    })
  })

  it('takes what stops for reasons that nobody knows for a light fault, and not for a dispute', () => {
    const nobodyKnows = {
      target: target('pipeline'),
      claims: told(),
      story: told('topic:unexplained:unexplained'),
    }
    expect(precedentClassOf({ ...nobodyKnows, isDecision: true })).toEqual({
      plant: 'pipeline',
      cause: 'fault',
      words: 'light',
    })
  })

  it('takes a strait that is shut without a word of why for whatever shuts straits', () => {
    expect(classOf(target('strait'), [], true)).toEqual({ plant: 'strait', cause: null })
    expect(classOf(target('pipeline'), [], true)).toEqual({ plant: 'deliveries', cause: 'dispute' })
    expect(classOf(target('strait'), ['topic:grave:until further notice'], true)?.cause).toBe('attack')
  })

  it('takes a court for the cause where somebody decided it, and troops wherever they are told', () => {
    const court = ['topic:ruling:arbitrat*']
    expect(classOf(target('pipeline'), court, true)).toEqual({ plant: 'pipeline', cause: 'ruling' })
    const line = target('pipeline')
    const between = { ...line, asset: line.asset && { ...line.asset, country: 'AA BB' } }
    expect(classOf(between, court, true)).toEqual({ plant: 'deliveries', cause: 'dispute' })
    expect(classOf(line, court)).toEqual({ plant: 'pipeline', cause: 'fault' })
    expect(classOf(target('field'), ['topic:war:captured'], true)?.cause).toBe('war')
  })

  it('takes a storm that cuts power for a storm, and a strike for a strike by whoever protests too', () => {
    expect(classOf(target('field'), ['topic:trip:without power', 'topic:storm:storm'])?.cause).toBe('storm')
    expect(classOf(target('port'), ['topic:blockade:protest*', 'topic:labour:union'])?.cause).toBe('strike')
  })

  it('counts mines and railways of coal by themselves', () => {
    expect(classOf(target('field', 'coal'), ['topic:labour:huelga*'])).toEqual({
      plant: 'mine',
      cause: 'strike',
    })
    expect(classOf(target('railway', 'coal'), ['topic:storm:cyclone'])).toEqual({
      plant: 'railway',
      cause: 'storm',
    })
  })

  it('is of a strike told beside it where a port stands still, and not where a line does', () => {
    const story = told('event:attack:drone*')
    const beside = (kind: Asset['kind']) =>
      precedentClassOf({ target: target(kind), claims: told('event:halt:stopped'), story, isDecision: true })
    expect(beside('port')).toEqual({ plant: 'port', cause: 'attack' })
    expect(beside('pipeline')).toEqual({ plant: 'deliveries', cause: 'dispute' })
  })

  it('is one of deliveries where somebody decided, and an end where a contract is over', () => {
    expect(classOf(target('pipeline'), [], true)).toEqual({ plant: 'deliveries', cause: 'dispute' })
    expect(classOf(target('pipeline'), ['topic:ending:contract .. ended'], true)).toEqual({
      plant: 'deliveries',
      cause: 'ending',
    })
  })

  it('is of fields, or of lines, where what stops leaves no country and nobody says why', () => {
    const line = target('pipeline')
    const within = (country: string) => ({ ...line, asset: line.asset && { ...line.asset, country } })
    expect(classOf(target('field'), [], true)).toEqual({ plant: 'field', cause: null })
    expect(classOf(within('AA'), [], true)).toEqual({ plant: 'pipeline', cause: null })
    expect(classOf(within('AA BB'), [], true)).toEqual({ plant: 'deliveries', cause: 'dispute' })
    // A station at a border stands on one side of it.
    expect(classOf(target('station'), [], true)).toEqual({ plant: 'deliveries', cause: 'dispute' })
  })

  it('does not take a contract that ended for the cause of damage', () => {
    expect(classOf(target('pipeline'), ['topic:ending:expiry of'])).toEqual({
      plant: 'pipeline',
      cause: 'fault',
    })
  })

  it('is of its cause where it is told to work in part too', () => {
    expect(classOf(target('port'), ['event:attack:drone*', 'topic:half_load:half load'])).toEqual({
      plant: 'port',
      cause: 'attack',
    })
  })

  it('is none for what nobody counts', () => {
    expect(classOf(target('storage', 'gas'), ['event:attack:drone*'])).toBeNull()
  })
})
