/** How a village came to it: 四议两公开, 五步法 "532", or the villagers' (representatives') meeting alone. */
export const DECISION_METHODS = ['four-two', 'five-three-two', 'meeting'] as const
export type DecisionMethod = (typeof DECISION_METHODS)[number]

export const DECISION_METHOD_NAMES: Readonly<Record<DecisionMethod, string>> = {
  'four-two': '四议两公开', 'five-three-two': '“532”议事', meeting: '村民会议或村民代表会议',
}
