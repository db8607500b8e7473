const hour = 60
const day = 24 * hour
/** Silence files a ticket three days after its closure. */
const filed = 3 * day + 1

/** How past matters went; of each so many in a hundred. `minutes`: how long the record of it is. */
export const ended = [
  { weight: 36, steps: [[12, 'answer'], [300, 'topic'], [9 * hour, 'close'], [11 * hour, 'rate']], minutes: 11 * hour },
  { weight: 18, steps: [[25, 'answer'], [15 * hour, 'close']], minutes: 15 * hour + filed },
  { weight: 8, steps: [[6, 'answer'], [20, 'add'], [5 * hour, 'close'], [day, 'rate']], minutes: day, followers: 2 },
  { weight: 6, steps: [[90, 'answer'], [10 * hour, 'close'], [20 * hour, 'rate']], minutes: 20 * hour, isRead: false },
  { weight: 6, steps: [[50, 'answer'], [60, 'topic'], [2 * day, 'close']], minutes: 2 * day + filed, followers: 1 },
  {
    weight: 5, steps: [[20, 'answer'], [8 * hour, 'close'], [day, 'reject'], [30 * hour, 'close'], [33 * hour, 'rate']],
    minutes: 33 * hour,
  },
  { weight: 5, visibility: 'handlers', steps: [[15, 'answer'], [6 * hour, 'close'], [8 * hour, 'rate']], minutes: 8 * hour },
  { weight: 3, steps: [[40, 'withdraw']], minutes: 40 },
  { weight: 3, steps: [[10, 'answer'], [2 * hour, 'escalate'], [20 * hour, 'closeAbove']], minutes: 20 * hour + filed },
  {
    weight: 3, visibility: 'confidential', steps: [[30, 'answerAbove'], [12 * hour, 'closeAbove']],
    minutes: 12 * hour + filed, isRead: false,
  },
  // For ever neither answered nor ended by itself: the one it was merged into speaks for it.
  { weight: 3, steps: [[20, 'merge']], minutes: 20, isMerged: true },
  { weight: 2, steps: [[18, 'answer'], [60, 'merge']], minutes: 60, isMerged: true },
  { weight: 2, steps: [[10, 'answer'], [hour, 'call'], [7 * hour, 'done'], [9 * hour, 'rate']], minutes: 9 * hour, followers: 3 },
]

/** What runs now: so many in each village, of such an age. */
export const running = [
  { count: 3, steps: [], ageMinutes: [1, 28], isRead: false },
  { count: 1, steps: [], ageMinutes: [31, 59] },
  { count: 1, steps: [], ageMinutes: [1, 28], isRead: false, isHeld: true },
  { count: 2, steps: [], ageMinutes: [62, 200], isRead: false },
  { count: 7, steps: [[20, 'answer'], [25, 'topic']], ageMinutes: [30, 18 * hour], followers: 1 },
  { count: 2, steps: [[20, 'answer']], ageMinutes: [20 * hour + 5, 24 * hour - 30] },
  { count: 2, steps: [[40, 'answer']], ageMinutes: [25 * hour, 40 * hour], followers: 2 },
  { count: 1, steps: [[20, 'answer'], [8 * hour, 'close'], [day, 'reject']], ageMinutes: [25 * hour, 40 * hour] },
  { count: 1, steps: [[20, 'answer'], [2 * hour, 'escalate']], ageMinutes: [3 * hour, 18 * hour] },
  { count: 1, steps: [[20, 'answer'], [2 * hour, 'handOn']], ageMinutes: [3 * hour, 18 * hour] },
  { count: 1, steps: [[20, 'answer'], [2 * hour, 'call']], ageMinutes: [2 * hour + 5, 18 * hour], followers: 1 },
  { count: 1, visibility: 'handlers', steps: [[20, 'answer']], ageMinutes: [hour, 18 * hour] },
  { count: 1, visibility: 'confidential', steps: [[25, 'answerAbove']], ageMinutes: [hour, 18 * hour], isRead: false },
  { count: 1, visibility: 'confidential', steps: [], ageMinutes: [62, 18 * hour], isRead: false },
  { count: 1, steps: [[20, 'merge']], ageMinutes: [hour, 18 * hour], isMerged: true },
  { count: 8, steps: [[20, 'answer'], [8 * hour, 'close']], ageMinutes: [9 * hour, 70 * hour] },
]
