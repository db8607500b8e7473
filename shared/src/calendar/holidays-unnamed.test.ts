import { holidaysUnnamed } from './holidays-unnamed'
import { NATIONAL_YEARS } from './national-years'

const unnamed = (...names: readonly string[]) =>
  holidaysUnnamed({ holidays: names.map((name) => ({ name, fromOn: '2027-01-01', toOn: '2027-01-01' })) })

it.each(NATIONAL_YEARS.map((year) => [year.year, year] as const))('%i names all seven', (_number, year) => {
  expect(holidaysUnnamed(year)).toEqual([])
})

it('says which are not named, in the order of the year', () => {
  expect(unnamed('元旦')).toEqual(['春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])
  expect(unnamed('国庆节、中秋节', '清明', '五一', '春节', '三月三')).toEqual(['元旦', '端午节'])
  expect(unnamed('元旦', '春节', '清明节', '劳动节', '端午节', '中秋节')).toEqual(['国庆节'])
})
