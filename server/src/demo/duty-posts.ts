import { addDays, chinaClockFace, startOfChinaDay, type CalendarDate } from '@huiying/shared/kernel'
import type { Cast, DemoPerson, DemoPost, VillageCast } from './cast'

/**
 * Who sits in which village from the first day to the last, both included: Monday to Friday secretary or director with
 * a member of the committee, on rest days one member.
 */
export function dutyPosts(cast: Cast, firstOn: CalendarDate, lastOn: CalendarDate): readonly DemoPost[] {
  const posts: DemoPost[] = []
  for (let day = firstOn, number = 0; day <= lastOn; day = addDays(day, 1), number += 1) {
    for (const village of cast.villages) {
      for (const person of sitting(village, day, number)) {
        posts.push({ person, kind: 'on-duty', unitCode: village.village.code, charge: '', fromOn: day, toOn: day })
      }
    }
  }
  return posts
}

function sitting(
  { secretary, director, members }: VillageCast,
  day: CalendarDate,
  number: number,
): readonly DemoPerson[] {
  const member = turn(members, number)
  const { weekday } = chinaClockFace(startOfChinaDay(day))
  return weekday === 0 || weekday === 6 ? [member] : [turn([secretary, director], number), member]
}

function turn<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Error('nobody to take turns')
  return item
}
