import { log } from '../runner-log'
import { type BuiltIn, type Host, isOn, reflect, textOf } from './built-in'
import { submitForm } from './form'

/** `<button>` with the open types the app may use. */
export const button: BuiltIn = {
  tag: 'wx-button',
  properties: ['disabled', 'loading', 'openType', 'formType', 'type', 'plain', 'size', 'lang', 'appParameter'],
  attach(host) {
    const { element } = host
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    host.onTap(() => {
      if (isOn(host.data.disabled)) return
      if (host.data.formType === 'submit' || host.data.formType === 'reset') submitForm(element, host.data.formType)
      openTypes[textOf(host.data.openType)]?.(host)
    })
    return () => {
      reflect(host, ['disabled', 'type', 'size', 'plain', 'loading'])
      if (isOn(host.data.disabled)) element.setAttribute('aria-disabled', 'true')
      else element.removeAttribute('aria-disabled')
    }
  },
}

const openTypes: Readonly<Record<string, (host: Host) => void>> = {
  getPhoneNumber({ report }) {
    const code = log.phoneCode
    report('getphonenumber', code === null
      ? { errMsg: 'getPhoneNumber:fail user deny' }
      : { errMsg: 'getPhoneNumber:ok', code })
  },
  // The page answers what is shared; it hears of it by this.
  share({ element }) {
    element.dispatchEvent(new CustomEvent('mp-share', { bubbles: true }))
  },
  agreePrivacyAuthorization({ report }) {
    log.needsPrivacyConsent = false
    report('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  openSetting({ report }) {
    report('opensetting', { errMsg: 'openSetting:ok', authSetting: log.scopes })
  },
}
