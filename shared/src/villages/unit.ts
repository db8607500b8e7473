/** Handbook §1: units form a tree; departments hang under a sub-district or a county. */
export type UnitKind = 'county' | 'sub-district' | 'village' | 'group' | 'department'

export interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  /** The unit above; `null` at the root of the tree. */
  readonly parentId: string | null
  /** The key a list names this unit by, so that a second import finds it again. Unique among all units. */
  readonly code: string
}

const PARENT_KINDS: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  county: [],
  'sub-district': ['county'],
  village: ['sub-district'],
  group: ['village'],
  department: ['sub-district', 'county'],
}

/** Which kinds may stand directly above a unit. A sub-district may also be the root. */
export function parentKindsOf(kind: UnitKind): readonly UnitKind[] {
  return PARENT_KINDS[kind]
}

export function mayBeRoot(kind: UnitKind): boolean {
  return kind === 'county' || kind === 'sub-district'
}
