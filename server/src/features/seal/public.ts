export { sealInBrief, type SealInBrief } from './seal-in-brief'
