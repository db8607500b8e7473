import { isLostPage } from './lost-page'

test.each([
  ['Loading CSS chunk 7 failed.\n(/css/7.css)', true],
  ['Loading chunk 12 failed.', true],
  ['request failed', false],
])('%s', (message, isLost) => {
  expect(isLostPage(new Error(message))).toBe(isLost)
})

test('what is no error is no lost page', () => {
  expect(isLostPage('Loading chunk 1')).toBe(false)
  expect(isLostPage(Object.assign(new Error('x'), { name: 'ChunkLoadError' }))).toBe(true)
})
