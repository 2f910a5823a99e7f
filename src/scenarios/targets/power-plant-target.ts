import { rateUnits } from '../../atlas/figures.ts'
import { claimedCapacity } from '../claimed/claimed-losses.ts'
import { assetsOf, type ClaimFacts, countriesOf, type EventFacts } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import { isOfPowerPlants, unlistedPlants } from '../power-plants.ts'
import type { StoryContext } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { LOSING } from '../topics.ts'
import { targetOfOutput } from './outage-target.ts'
import { besideBurnt, burntFor } from './whole-of-asset.ts'

/**
 * Power plants that the atlas does not list, of a country that reports name: as much of its power as the reports say that
 * they lost, else that they can give. Null where no report gives megawatts.
 */
export function targetOfPowerPlants(country: string, context: StoryContext): OutageTarget | null {
  const { atlas, network } = context
  const output = targetOfOutput([country], 'power', { atlas, network })
  if (output === null) return null
  const unit = rateUnits.power
  const sizes = sizedClaims(context).flatMap(
    (claims) => claimedCapacity(claims, { carrier: 'power', unit }) ?? [],
  )
  const [size] = sizes
  const whole = network.supplies
    .filter(({ id }) => output.plants.some(({ ref }) => ref === `supplies/${id}`))
    .reduce((sum, { output: given }) => sum + (given?.value ?? 0), 0)
  if (size === undefined || !(size.value > 0) || !(whole > 0)) return null
  const share = Math.min(1, size.value / whole)
  const name = nameOf(context)
  const burnt = [...new Set(output.plants.map(({ bus }) => bus))].reduce(
    (sum, bus) => sum + burntFor(network, bus),
    0,
  )
  return {
    ...output,
    ...(name === null
      ? { name: `power plants of ${atlas.nameOf(`countries/${country}`)}` }
      : { name, subject: `${output.subject}-${slugOf(name)}` }),
    ...(share < 1
      ? {
          within: {
            name: burnt > 0 ? besideBurnt(output.name) : output.name,
            share,
            because: [size.because],
            ...(burnt > 0
              ? { partOf: { name: `all ${output.name}`, share: size.value / (whole + burnt) } }
              : {}),
          },
        }
      : {}),
  }
}

/** What else a story tells of the plants that an event tells of: of them by name, or of plants of no other country. */
export function ofSamePlants({ facts, story }: StoryContext): readonly EventFacts[] {
  const countries = new Set(countriesOf(facts))
  const own = new Set(facts.claims.flatMap(unlistedPlants))
  return story.filter((other) => {
    if (!LOSING.has(other.event.type) || !areNear(facts.day, other.day) || assetsOf(other).length > 0)
      return false
    const named = other.claims.flatMap(unlistedPlants)
    if (named.length > 0) return own.size === 0 || named.some((name) => own.has(name))
    return isOfPowerPlants(other) && countriesOf(other).every((code) => countries.has(code))
  })
}

/** The claims that may size it, those of the event itself first, then those of its losses, then what the plants can give. */
function sizedClaims(context: StoryContext): readonly (readonly ClaimFacts[])[] {
  const { facts, story } = context
  const plants = new Set(facts.claims.flatMap(unlistedPlants))
  const about = story.flatMap(({ claims }) =>
    claims.filter((claim) => unlistedPlants(claim).some((name) => plants.has(name))),
  )
  return [facts.claims, ofSamePlants(context).flatMap(({ claims }) => claims), about]
}

/** The one plant that the event, else its story, names; null where none is named, or several are. */
function nameOf({ facts, story }: StoryContext): string | null {
  const named = (of: readonly EventFacts[]): readonly string[] => [
    ...new Set(of.flatMap(({ claims }) => claims.flatMap(unlistedPlants))),
  ]
  const own = named([facts])
  const [first, second] = own.length > 0 ? own : named(story)
  return first === undefined || second !== undefined ? null : first
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}
