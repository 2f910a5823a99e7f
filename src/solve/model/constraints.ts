/**
 * Every constraint of the programme by id, with the sentence that a brief prints when it binds.
 * docs/model.md gives the equation of each under the same id.
 */
export const constraints = {
  'bus-balance': 'What enters a zone or is produced there equals what leaves it or is used there.',
  'link-capacity': 'A route carries at most its capacity of the day.',
  'link-pick-up': 'A route takes up more than its usual flow only as fast as contracts and operations allow.',
  'link-nomination': 'A route carries what is nominated, as far as its capacity goes.',
  'link-closed': 'A measure in force closes the route.',
  'supply-limit': 'A source gives at most its capacity of the day.',
  'emergency-budget': 'An emergency source lasts only its stated number of days.',
  'market-outlet': 'An outlet takes at most its rate.',
  'conversion-capacity': 'A plant takes in at most its capacity.',
  'injection-limit': 'A store fills at most at its injection rate.',
  'withdrawal-limit': 'A store empties at most at its withdrawal rate.',
  'stock-balance': 'A stock changes by what is put in and taken out.',
  'stock-empty': 'A store cannot give more than it holds.',
  'stock-full': 'A store cannot hold more than its volume.',
  'demand-steps': 'Shortage is spread over steps of demand, the cheapest to forgo first.',
  'contract-take': 'A buyer pays for what it does not take, up to the agreed share.',
  'class-balance': 'What is known by its owner stays known until it is used.',
  'class-flow': 'Owners share the capacity of a route.',
  'class-output': 'No owner gives more than its share of a source.',
  'class-use': "A zone takes no more of an owner's energy than it uses.",
  'class-refused': "A measure in force keeps this owner's energy off a route or out of a zone.",
  'joint-least': 'A field that cannot place its by-product must produce less of both.',
  'joint-most': 'A field gives no more by-product than its main product brings up.',
  'joint-outlet': 'What cannot be used elsewhere leaves only by its own routes.',
  'peak-balance': 'In the hours of peak too, what enters a power zone or is made there equals what is used.',
  'peak-capacity': 'Nothing gives more in the hours of peak than its plants and lines can.',
  'peak-energy': 'What flows in the hours of peak is part of what flows that day.',
  'peak-shortage': 'Power cut in the hours of peak is power cut that day.',
  'voltage-law': 'Around a loop of power lines the flows divide by their reactances.',
  'expansion-limit': 'What is built is added to a capacity, up to its greatest size and at its cost.',
  'own-demand-first': 'A country that goes short itself exports nothing of that carrier.',
  'end-value': 'Stock missing at the end of the horizon has a price.',
  'statistical-difference': 'What no figure explains can fall away but not grow.',
} as const
export type ConstraintFamily = keyof typeof constraints

/** The sentence of one binding limit, with the thing's name and the limit where there is one. */
export function bindingSentence(family: ConstraintFamily, name: string, limit: string | null): string {
  const at = limit === null ? '' : `: at most ${limit}`
  switch (family) {
    case 'link-capacity':
      return `${name} carries no more than its capacity of the day${at}.`
    case 'link-pick-up':
      return `${name} cannot take up more so soon: contracts and operations limit how fast its flow rises${at}.`
    case 'link-closed':
      return `${name} is closed by a measure in force.`
    case 'supply-limit':
      return `${name} gives no more than its capacity of the day${at}.`
    case 'emergency-budget':
      return `${name} lasts only its stated number of days.`
    case 'market-outlet':
      return `${name} takes no more than its rate${at}.`
    case 'conversion-capacity':
      return `${name} takes in no more than its capacity${at}.`
    case 'injection-limit':
      return `${name} cannot be filled faster${at}.`
    case 'withdrawal-limit':
      return `${name} cannot be emptied faster${at}.`
    case 'stock-empty':
      return `${name} is empty.`
    case 'stock-full':
      return `${name} is full.`
    case 'class-refused':
      return `${name}: refused under a measure in force.`
    case 'joint-least':
      return `${name} cannot place more by-product, and so cannot give more of its main product.`
    case 'joint-most':
      return `${name} brings up no more by-product with what it produces.`
    case 'joint-outlet':
      return `${name} has no other way out for its by-product.`
    case 'own-demand-first':
      return `${name} goes short itself and exports no more.`
    case 'peak-capacity':
      return `${name} gives no more in the hours of peak.`
    default:
      return `${name}: ${constraints[family].charAt(0).toLowerCase()}${constraints[family].slice(1)}`
  }
}
