import type { Fact } from '@huiying/shared/facts'
import type { SealFact } from '@huiying/shared/seal'
import { nobody, type Reaction } from './reaction'

type Of<Type extends SealFact['type']> = Extract<Fact, { readonly type: Type }>

/** Who hears of what around the village's seal. */
export const SEAL_REACTIONS: { readonly [Type in SealFact['type']]: Reaction<Of<Type>> } = {
  'seal.drafted': nobody,
  'seal.changed': nobody,
  'seal.submitted': nobody,
  'seal.signed': nobody,
  'seal.refused': nobody,
  'seal.taken-back': nobody,
  'seal.withdrawn': nobody,
  'seal.used': nobody,
}
