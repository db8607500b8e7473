/** What people call their sub-district among themselves, by its own name: 青山镇 is "镇". */
export function subDistrictWord(name: string): '街道' | '镇' | '乡' {
  if (name.endsWith('镇')) return '镇'
  return name.endsWith('乡') ? '乡' : '街道'
}
