import Taro from '@tarojs/taro'

/** Opens the phone's dialler. The person may change his mind there; that is no error. */
export function callPhone(phoneNumber: string): void {
  void Promise.resolve(Taro.makePhoneCall({ phoneNumber })).catch(() => undefined)
}
