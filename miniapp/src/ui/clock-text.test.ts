import { clockText, minuteIn } from './clock-text'

test.each([['18:00', 1080], ['8:30', 510], ['8：30', 510], ['0830', 510], ['830', 510], ['24:00', 1440], [' 9.05 ', 545]])(
  '%s is a time of the day', (text, minute) => expect(minuteIn(text)).toBe(minute))

test.each(['', '18', '25:00', '24:01', '8:60', '八点半', '18:0'])('%s is none', (text) => expect(minuteIn(text)).toBeNull())

test.each([[0, '0:00'], [510, '8:30'], [1080, '18:00'], [1440, '24:00']])('%i minutes', (minute, text) => expect(clockText(minute)).toBe(text))
