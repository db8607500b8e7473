export { sealInBrief, type SealInBrief } from './seal-in-brief'
export { hasSignedForSeal } from './has-signed'
