import { subDistrictWord, type UnitKind } from '../villages'
import { POST_NAMES, type PostKind } from './post'

/** A post by the unit it is held at: whoever serves at the county is not "街道工作人员". */
export function postNameAt(kind: PostKind, unit: { readonly kind: UnitKind; readonly name: string }): string {
  if (kind !== 'staff' && kind !== 'leader') return POST_NAMES[kind]
  const place = unit.kind === 'county' ? '区县' : unit.kind === 'sub-district' ? subDistrictWord(unit.name) : null
  if (place === null) return POST_NAMES[kind]
  return `${place}${kind === 'staff' ? '工作人员' : '领导干部'}`
}
