export { addToDigests, hasDigest, isFlooded } from './digest'
export { countForGroup } from './count-for-group'
export { notify, type NoticeDraft } from './notify'
export { unreadOf } from './notice-list.board'
