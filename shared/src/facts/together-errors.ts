export const TOGETHER_STATUSES = {
  'ticket.follows-own': 409,
  'ticket.only-residents-follow': 403,
  'ticket.merged': 409,
  'ticket.not-merged': 409,
  'ticket.has-merged': 409,
  'ticket.merge-itself': 422,
  'ticket.merge-unlike': 409,
  'ticket.only-village-merges': 403,
  'ticket.apart-too-late': 409,
} as const

export const TOGETHER_WORDS = {
  'ticket.follows-own': '这是您自己说的事，有了回音会告诉您',
  'ticket.only-residents-follow': '本村的人、说给全村的事，才能点“我也遇到”',
  'ticket.merged': '这件事已经和另一件并在一起办了，请到那一件里看',
  'ticket.not-merged': '这件事没有和那一件并在一起，请刷新看看',
  'ticket.has-merged': '已经有别的事并进这一件了，请反过来：把那一件并到这一件里',
  'ticket.merge-itself': '这是同一件，请选另一件',
  'ticket.merge-unlike': '这两件不能并：要是同一个村的、一样的人能看、在同一处办的，才能并',
  'ticket.only-village-merges': '并事由村里或者街道经办的人来做',
  'ticket.apart-too-late': '那件事办完超过 7 天了，分不开了；还没好请另说一件',
} as const
