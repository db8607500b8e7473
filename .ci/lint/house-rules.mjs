import { ambientChance } from './ambient-chance.mjs'
import { ambientTime } from './ambient-time.mjs'
import { floatMoney } from './float-money.mjs'
import { houseNames } from './house-names.mjs'

/** The lint rules that are ours alone. */
export const houseRules = {
  rules: {
    'ambient-time': ambientTime,
    'ambient-chance': ambientChance,
    'float-money': floatMoney,
    'house-names': houseNames,
  },
}
