import type { Atlas } from '../atlas/atlas.ts'
import { leftOut } from '../atlas/left-out.ts'
import type { Network } from '../atlas/network.ts'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { openAtlas, openShippedNames, openShippedNetwork } from './load-atlas.ts'
import { isForeignNetwork } from './open-foreign-network.ts'

/** The shipped atlas, or one of the user's. Throws `network_invalid` where it is not sound. */
export function openNetwork(folder: string | undefined): Atlas {
  if (folder === undefined) return openAtlas().atlas
  if (isForeignNetwork(folder)) {
    throw new CorridorError(
      'option_invalid',
      `${folder}: a network of another programme, which is only solved as it is (corridor solve --network ${folder}): give an atlas folder, or leave --network out`,
    )
  }
  const { atlas, problems } = openAtlas(folder)
  if (atlas.tables.zones.length === 0 || problems.length > 0) {
    throw new CorridorError(
      'network_invalid',
      `${folder}: not a sound atlas: corridor atlas check ${folder} names each fault`,
      {
        details: { problems },
      },
    )
  }
  const [fault, ...more] = leftOut(atlas)
  if (fault !== undefined) {
    const rest = more.length === 0 ? '' : ` ${more.length} more: corridor atlas check ${folder} names each.`
    throw new CorridorError('network_invalid', `${folder}: ${fault}${rest}`, {
      details: { faults: [fault, ...more] },
    })
  }
  return atlas
}

/** As `openNetwork` where names in other languages are not asked for: of the shipped atlas they are half of the rows. */
export function openNetworkAlone(folder: string | undefined): Atlas {
  return folder === undefined ? openShippedNetwork() : openNetwork(folder)
}

/** As `openNetwork` where nothing is asked for but names: of the shipped atlas the other tables stay closed. */
export function openNames(folder: string | undefined): Atlas {
  return folder === undefined ? openShippedNames() : openNetwork(folder)
}

/** The network of a day. Throws `option_invalid` where it asks for nothing: all would be served, and say nothing. */
export function networkOn(atlas: Atlas, day: CalendarDate): Network {
  const network = atlas.networkAt(day)
  if (network.demands.length > 0) return network
  throw new CorridorError(
    'option_invalid',
    `the atlas holds no demand on ${day}: take a day that its figures reach back to, or leave --as-of out`,
  )
}
