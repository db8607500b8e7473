const DAY_MINUTES = 24 * 60

/** "9:00", as it is said and typed. */
export function clockText(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

/** Minutes since midnight of "18:00", "8：30", "830"; `null`: not a time of the day. */
export function minuteIn(text: string): number | null {
  const match = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim())
  if (match === null || Number(match[2]) > 59) return null
  const minute = Number(match[1]) * 60 + Number(match[2])
  return minute <= DAY_MINUTES ? minute : null
}
