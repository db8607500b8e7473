import { fieldAccepts, isFieldName } from './template-fields'

test.each([
  ['thing1', '下水道堵了，请派人来看看。一二三四五六七'],
  ['number1', '12.5'],
  ['letter1', 'ABC'],
  ['symbol1', '!?'],
  ['character_string1', 'DB-2026-0001'],
  ['time1', '15:01'],
  ['time1', '2019年10月1日 15:01'],
  ['time1', '2026-09-14 10:05:00'],
  ['time1', '09:00~18:00'],
  ['date1', '2019年10月1日'],
  ['date1', '9月14日'],
  ['date1', '2026.09.14 10:05'],
  ['amount1', '¥100.5元'],
  ['phone_number1', '+86-0766-66888866'],
  ['car_number1', '粤A8Z888挂'],
  ['name1', '欧阳明月'],
  ['phrase12', '已回应'],
])('%s may be %j', (name, value) => {
  expect(isFieldName(name)).toBe(true)
  expect(fieldAccepts(name, value)).toBe(true)
})

test.each([
  ['thing1', '下水道堵了，请派人来看看。一二三四五六七八'],
  ['thing1', '两行\n字'],
  ['number1', '十二'],
  ['letter1', '字'],
  ['symbol1', '甲'],
  ['character_string1', '督办-1'],
  ['time1', '2019年10月1日'],
  ['time1', '25:00'],
  ['date1', '明天'],
  ['amount1', '一百元'],
  ['phone_number1', '电话'],
  ['name1', '一二三四五六七八九十一'],
  ['phrase1', '已经回应了哦'],
  ['constructor1', 'x'],
])('%s may not be %j', (name, value) => {
  expect(fieldAccepts(name, value)).toBe(false)
})
