import { reachable } from '../files'
import { fault } from '../runner-log'
import { type BuiltIn, isOn, textOf } from './built-in'

const fits: Readonly<Record<string, string>> = { aspectFill: 'cover', aspectFit: 'contain' }

export const image: BuiltIn = {
  tag: 'wx-image',
  properties: ['src', 'mode', 'lazyLoad', 'showMenuByLongpress', 'webp'],
  attach(host) {
    const picture = host.element.appendChild(document.createElement('img'))
    picture.alt = ''
    picture.addEventListener('load', () => host.report('load', { width: picture.naturalWidth, height: picture.naturalHeight }))
    picture.addEventListener('error', () => {
      fault(`picture does not load: ${textOf(host.data.src).slice(0, 200)}`)
      host.report('error', { errMsg: 'GET image fail' })
    })
    return () => {
      const mode = textOf(host.data.mode)
      host.element.setAttribute('mode', mode)
      picture.style.objectFit = fits[mode] ?? 'fill'
      const address = reachable(textOf(host.data.src))
      if (address !== '' && picture.getAttribute('src') !== address) picture.src = address
    }
  },
}

/** The drawing surface; what draws on it finds the canvas through a selector query. */
export const canvas: BuiltIn = {
  tag: 'wx-canvas',
  properties: ['type', 'canvasId', 'disableScroll'],
  attach(host) {
    host.element.append(document.createElement('canvas'))
    // With `disable-scroll` the page stands still under the finger; without it a stroke scrolls the page as well.
    return () => {
      host.element.style.touchAction = isOn(host.data.disableScroll) ? 'none' : ''
    }
  },
}
