import { fireEvent } from '@testing-library/react'
import { answerByKeys } from './answer-by-keys'

const before = process.env.TARO_ENV
let said: string[]
beforeEach(() => {
  process.env.TARO_ENV = 'h5'
  said = []
  document.body.innerHTML = `<div class="taro__modal" style="opacity: 1">
    <div class="taro-model__cancel"></div><div class="taro-model__confirm"></div></div>`
  for (const name of ['cancel', 'confirm']) {
    document.querySelector(`.taro-model__${name}`)?.addEventListener('click', () => void said.push(name))
  }
})
afterEach(() => {
  process.env.TARO_ENV = before
  document.body.innerHTML = ''
})
const press = (key: string, repeat = false) => fireEvent.keyDown(document.body, { key, repeat })

test('Enter says yes and Escape no, until it is answered', () => {
  const answered = answerByKeys()
  press('j')
  press('Enter', true)
  press('Escape')
  press('Enter')
  expect(said).toEqual(['cancel', 'confirm'])
  answered()
  press('Enter')
  expect(said).toHaveLength(2)
})

test('a question that is out of sight is not answered', () => {
  const answered = answerByKeys()
  document.querySelector('.taro__modal')?.setAttribute('style', 'opacity: 1; display: none')
  press('Enter')
  expect(said).toEqual([])
  answered()
})
