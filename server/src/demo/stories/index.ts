import { BENEFITS } from './benefits'
import { EVERYDAY } from './everyday'
import { HOUSING_ESTATES } from './housing-estates'
import { NEIGHBOURS } from './neighbours'
import { ROADS_AND_LIGHTS } from './roads-and-lights'
import type { Story } from './story'
import { VILLAGE_LIFE } from './village-life'
import { WATER_AND_DRAINS } from './water-and-drains'

export { GRANDMOTHER } from './grandmother'
export type { Answerer, Story } from './story'

/** What people come with, as they say it. All invented. */
export const STORIES: readonly Story[] = [
  ...WATER_AND_DRAINS, ...ROADS_AND_LIGHTS, ...BENEFITS, ...NEIGHBOURS, ...VILLAGE_LIFE, ...HOUSING_ESTATES,
  ...EVERYDAY,
]
