import { SUB_DISTRICT_HANDLER_POSTS, type Viewer } from '@huiying/shared/identity'

/** Whose figures the viewer sees; `null`: nobody's. At a county one hears of single matters by their order alone. */
export function watchedSubDistrictOf(viewer: Viewer): string | null {
  const watching = viewer.posts.filter(({ kind }) => SUB_DISTRICT_HANDLER_POSTS.includes(kind))
  return watching.find(({ subDistrictId }) => subDistrictId !== null)?.subDistrictId ?? null
}
