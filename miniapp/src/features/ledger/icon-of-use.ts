import type { IconName } from '@/ui/icon'

// By the beginning of the account's code: the book's own sub-accounts take the picture of what they are part of.
const ICONS: readonly (readonly [code: string, icon: IconName])[] = [
  ['101', 'wallet'], ['102', 'landmark'], ['111', 'coins'], ['112', 'hand-coins'], ['113', 'users-round'],
  ['121', 'truck'], ['13', 'sprout'], ['134', 'trees'], ['141', 'coins'], ['15', 'building-2'], ['153', 'hammer'],
  ['161', 'map-pin'], ['20', 'landmark'], ['211', 'hand-coins'], ['212', 'user-round'], ['213', 'hammer'],
  ['214', 'scale'], ['221', 'landmark'], ['231', 'users-round'], ['241', 'building-2'], ['3', 'coins'],
  ['322', 'users-round'], ['401', 'sprout'], ['501', 'key-round'], ['50102', 'sprout'], ['502', 'coins'],
  ['503', 'landmark'], ['504', 'ellipsis'], ['511', 'sprout'], ['512', 'scale'], ['513', 'file-text'],
  ['51302', 'user-round'], ['51303', 'droplets'], ['51304', 'truck'], ['51305', 'hammer'], ['514', 'heart-handshake'],
  ['51401', 'hammer'], ['51402', 'droplets'], ['51403', 'trash-2'], ['51404', 'lightbulb'], ['51406', 'smile'],
  ['515', 'ellipsis'], ['521', 'scale'],
]

const NO_PICTURE: (typeof ICONS)[number] = ['', 'coins']

/** The picture of what money went to or came from, by its account. */
export function iconOfUse(account: string): IconName {
  const fitting = ICONS.filter(([code]) => account.startsWith(code))
  const [, icon] = fitting.reduce((best, one) => (one[0].length > best[0].length ? one : best), NO_PICTURE)
  return icon
}
