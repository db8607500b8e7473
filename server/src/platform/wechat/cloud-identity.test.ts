import { cloudIdentity } from './cloud-identity'

const trusting = { trustsCloudHeaders: true, appId: 'wx0123456789abcdef' }
const headers = {
  'x-wx-source': 'wx_client',
  'x-wx-appid': 'wx0123456789abcdef',
  'x-wx-openid': 'oABC-def_1',
  'x-wx-unionid': 'uABC',
}

test('tells who calls through cloud hosting', () => {
  expect(cloudIdentity(headers, trusting)).toEqual({ openid: 'oABC-def_1', unionid: 'uABC' })
})

test('a unionid may be missing', () => {
  expect(cloudIdentity({ ...headers, 'x-wx-unionid': undefined }, trusting)).toEqual({ openid: 'oABC-def_1', unionid: null })
})

test('a borrowed cloud environment names the caller of our mini-program in other headers', () => {
  const borrowed = {
    'x-wx-source': 'wx_client',
    'x-wx-appid': 'wxffffffffffffffff',
    'x-wx-openid': 'oLENDER',
    'x-wx-from-appid': 'wx0123456789abcdef',
    'x-wx-from-openid': 'oOURS',
  }
  expect(cloudIdentity(borrowed, trusting)).toEqual({ openid: 'oOURS', unionid: null })
  expect(cloudIdentity(borrowed, { ...trusting, appId: 'wxffffffffffffffff' })).toBeNull()
})

test.each([
  ['the configuration does not trust', headers, { ...trusting, trustsCloudHeaders: false }],
  ['no app id is configured', { ...headers, 'x-wx-appid': '' }, { ...trusting, appId: '' }],
  ['the app is another', { ...headers, 'x-wx-appid': 'wx1111111111111111' }, trusting],
  ['the app is missing', { ...headers, 'x-wx-appid': undefined }, trusting],
  ['it came by the public address', { ...headers, 'x-wx-source': undefined }, trusting],
  ['the openid is missing', { ...headers, 'x-wx-openid': undefined }, trusting],
  ['the openid came twice', { ...headers, 'x-wx-openid': 'oABC, oDEF' }, trusting],
  ['the openid is a list', { ...headers, 'x-wx-openid': ['oABC'] }, trusting],
])('tells nobody when %s', (_why, given, config) => {
  expect(cloudIdentity(given, config)).toBeNull()
})
