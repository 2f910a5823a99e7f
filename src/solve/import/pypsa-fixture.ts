/** Snapshots, a cheap source A, a dear source B, 90 MW of demand at B, and whatever a test adds or replaces. */
export function pypsaFixture(files: Readonly<Record<string, string>> = {}): Map<string, string> {
  return new Map(
    Object.entries({
      'snapshots.csv':
        'snapshot,objective,stores,generators\n2030-01-01 00:00,2,2,2\n2030-01-01 02:00,3,3,3\n',
      'buses.csv': 'name,carrier,v_nom\nA,AC,1\nB,AC,1\n',
      'generators.csv': 'name,bus,p_nom,marginal_cost,carrier\ncheap,A,100,10,gas\ndear,B,100,50,oil\n',
      'loads.csv': 'name,bus,p_set\ntown,B,90\n',
      ...files,
    }),
  )
}
