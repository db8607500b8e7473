export { notify, type NoticeDraft } from './notify'
export { unreadOf } from './notice-list.board'
