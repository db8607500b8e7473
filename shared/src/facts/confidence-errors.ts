import type { RefusalDetails } from '../kernel'

/** Refusals around what is said in confidence, looks at numbers, and the second road. */
export const CONFIDENCE_STATUSES = {
  'ticket.nobody-above': 409,
  'ticket.about-not-found': 422,
  'ticket.nothing-to-complain': 409,
  'ticket.complained-already': 409,
  'ticket.look-reason-missing': 422,
  'ticket.look-reason-too-long': 422,
} as const

export const CONFIDENCE_WORDS = {
  'ticket.nobody-above': '这里没有合适的人收这件事。请直接打 12388（纪委监委）或者 12345 说',
  'ticket.about-not-found': '没有找到您说的这位干部。可以不选名字，在话里写清楚',
  'ticket.nothing-to-complain': '这件事还没到回您的时间。过了时间没人回，或者回得不好，再向上反映',
  'ticket.complained-already': '这件事您已经向上反映了，上面在办，到“我说的事”里能看到',
  'ticket.look-reason-missing': '请写一句为什么要打电话，村民看得到',
  'ticket.look-reason-too-long': ({ limit }: RefusalDetails) => `写得太长了，请写 ${limit} 个字以内`,
} as const
