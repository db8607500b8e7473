import type { Viewer } from '@huiying/shared/identity'

/** The sub-district the viewer is the admin of; `null`: none, as for the admin of a village or a county. */
export function administeredSubDistrictOf(viewer: Viewer): string | null {
  const post = viewer.posts.find(({ kind, unitId, subDistrictId }) => kind === 'admin' && unitId === subDistrictId)
  return post?.subDistrictId ?? null
}
