import { chinaClockFace } from '@huiying/shared/kernel'

const SELDOM_READ = new Set(['level', 'time', 'msg', 'requestId', 'err'])

/** A JSON log line as one short line: "09:31:07 info  POST /api/tickets 201 12 ms". */
export function lineForPeople(json: string): string {
  const entry = JSON.parse(json) as Record<string, unknown>
  const { hour, minute, second } = chinaClockFace(Number(entry['time']))
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
  const rest = Object.entries(entry).filter(([name]) => !SELDOM_READ.has(name)).map(([name, value]) => `${name}=${String(value)}`)
  const stack = entry['err'] instanceof Object && 'stack' in entry['err'] ? `\n${String(entry['err'].stack)}` : ''
  return `${time} ${String(entry['level']).padEnd(5)} ${[String(entry['msg']), ...rest].join(' ')}${stack}\n`
}
