import { adtsFrames, amr, box, chunk, id3, id3v1, m4a, mp3Frames, ogg, wav, webm } from '../../../test/support/recordings'
import { cleanVoice } from './voice'

test.each([
  ['MP3', mp3Frames(), 'audio/mpeg'],
  ['AAC', adtsFrames(), 'audio/aac'],
  ['M4A', m4a(), 'audio/mp4'],
  ['WAV', wav(), 'audio/wav'],
  ['WebM with Opus', webm(), 'audio/webm'],
  ['Ogg with Opus', ogg(), 'audio/ogg'],
  ['AMR', amr(), 'audio/amr'],
])('%s is recognised and kept as it is', (_name, bytes, mime) => {
  expect(cleanVoice(bytes)).toEqual({ bytes, mime })
})

describe('notes beside the sound are cut out', () => {
  test('ID3 before and behind an MP3', () => {
    const tagged = Buffer.concat([id3('30.25,120.15'), id3('twice'), mp3Frames(), id3v1('Wang Guilan')])
    expect(cleanVoice(tagged)).toEqual({ bytes: mp3Frames(), mime: 'audio/mpeg' })
  })

  test('APE behind an MP3', () => {
    const footer = Buffer.alloc(32)
    footer.write('APETAGEX', 'latin1')
    footer.writeUInt32LE(32 + 9, 12)
    const tagged = Buffer.concat([mp3Frames(), Buffer.from('Location='), footer])
    expect(cleanVoice(tagged).bytes).toEqual(mp3Frames())
  })

  test('ID3 before AAC', () => {
    expect(cleanVoice(Buffer.concat([id3('30.25'), adtsFrames()]))).toEqual({ bytes: adtsFrames(), mime: 'audio/aac' })
  })

  test('the place in an M4A, without moving a byte of the sound', () => {
    const tagged = Buffer.concat([m4a({ tags: '+30.2500+120.1500/' }), box('uuid', 'XMP Wang Guilan'), box('meta', 'more')])
    const { bytes } = cleanVoice(tagged)
    for (const word of ['30.25', 'xyz', 'udta', 'Wang', 'more']) expect(bytes.includes(word)).toBe(false)
    expect(bytes.length).toBe(tagged.length)
    expect(bytes.indexOf('mdat')).toBe(tagged.indexOf('mdat'))
    expect(bytes.includes(Buffer.alloc(64, 7))).toBe(true)
  })

  test('lists and broadcast notes in a WAV', () => {
    const tagged = wav(chunk('LIST', Buffer.from('INFOIARTWang Guilan')), chunk('bext', Buffer.from('place')))
    expect(cleanVoice(tagged)).toEqual({ bytes: wav(), mime: 'audio/wav' })
  })

  test('a WAV that was cut off keeps the sound it has', () => {
    const whole = wav()
    const { bytes } = cleanVoice(whole.subarray(0, whole.length - 20))
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8)
  })
})

describe('no recording is', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('这不是录音，改了名字叫 voice.mp3')],
    ['a tag with nothing behind it', id3('only words')],
    ['a single frame header in front of words', Buffer.concat([mp3Frames(1).subarray(0, 4), Buffer.from('and then words'.repeat(20))])],
    ['a video in MP4', m4a({ handler: 'vide' })],
    ['an MP4 without tracks', Buffer.concat([box('ftyp', 'isom\0\0\0\0'), box('mdat', Buffer.alloc(9))])],
    ['a picture that calls itself ftyp', Buffer.concat([box('ftyp', 'heic\0\0\0\0mif1'), Buffer.alloc(90)])],
    ['a video in WebM', webm('V_VP8 A_OPUS')],
    ['a WAV without sound', chunk('RIFF', Buffer.from('WAVE'))],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an MP4 whose lengths lie', Buffer.concat([box('ftyp', 'M4A '), Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('moov')])],
  ])('%s', (_what, bytes) => {
    expect(() => cleanVoice(bytes)).toThrow('file.not-a-voice')
  })
})
