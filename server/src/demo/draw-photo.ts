import sharp from 'sharp'

/** Pictures are drawn, not taken: nobody's street is shown. */
export type PhotoSubject = 'sewer' | 'mended' | 'lamp' | 'manhole' | 'pothole' | 'garbage' | 'tree' | 'dog'

const WIDTH = 960
const HEIGHT = 720

const STREET = `<rect width="960" height="720" fill="#c9d6dd"/><rect y="150" width="960" height="230" fill="#b9b2a4"/>
  <rect x="90" y="190" width="150" height="190" fill="#8d6f58"/><rect x="620" y="170" width="210" height="130" fill="#93a8b5"/>
  <rect y="380" width="960" height="340" fill="#8b8f92"/><rect y="380" width="960" height="26" fill="#a9adb0"/>`

const COVER = '<ellipse cx="480" cy="560" rx="130" ry="62" fill="#4b4f52"/><ellipse cx="480" cy="552" rx="126" ry="58" fill="#5f6467"/>'

const SCENES: Readonly<Record<PhotoSubject, string>> = {
  sewer: `${STREET}<path d="M120 700 Q300 430 520 500 T930 690 L930 720 L100 720 Z" fill="#4c5b45" opacity="0.85"/>${COVER}
    <ellipse cx="520" cy="640" rx="230" ry="40" fill="#6b7a5c"/><ellipse cx="360" cy="600" rx="60" ry="16" fill="#7f8d6d"/>`,
  mended: `${STREET}${COVER}<path d="M360 552 h240 M420 520 v64 M480 512 v80 M540 520 v64" stroke="#3d4143" stroke-width="8"/>
    <ellipse cx="700" cy="640" rx="120" ry="18" fill="#9da3a6"/>`,
  lamp: `<rect width="960" height="720" fill="#1c2733"/><rect y="560" width="960" height="160" fill="#10171e"/>
    <path d="M470 600 V150 q0 -60 90 -60 h60" stroke="#56626c" stroke-width="18" fill="none"/>
    <rect x="600" y="78" width="110" height="34" rx="14" fill="#3a444c"/><circle cx="130" cy="120" r="34" fill="#d7d9c8"/>`,
  manhole: `${STREET}<ellipse cx="480" cy="560" rx="135" ry="66" fill="#15181a"/>
    <ellipse cx="560" cy="520" rx="125" ry="48" fill="#686d70" transform="rotate(-16 560 520)"/>`,
  pothole: `${STREET}<path d="M300 560 q60 -90 190 -70 q170 10 150 90 q-40 80 -180 66 q-170 -6 -160 -86 Z" fill="#54504a"/>
    <path d="M350 575 q70 -50 150 -38 q110 10 90 52 q-60 34 -130 28 q-110 -6 -110 -42 Z" fill="#7d8b93"/>`,
  garbage: `${STREET}<rect x="330" y="400" width="150" height="200" rx="12" fill="#2f6f5b"/>
    <path d="M250 640 q40 -130 130 -90 q60 -80 150 0 q120 -60 170 90 Z" fill="#3a3d40"/>
    <rect x="520" y="560" width="90" height="70" fill="#b08b5a"/><circle cx="300" cy="620" r="34" fill="#d9d9d9"/>`,
  tree: `${STREET}<path d="M180 720 V240" stroke="#6d5038" stroke-width="54"/><circle cx="190" cy="200" r="150" fill="#4d7a4b"/>
    <path d="M200 330 L640 520" stroke="#6d5038" stroke-width="30"/><circle cx="660" cy="530" r="90" fill="#5c8a55"/>`,
  dog: `${STREET}<ellipse cx="480" cy="540" rx="150" ry="62" fill="#b5813f"/><circle cx="640" cy="480" r="56" fill="#b5813f"/>
    <path d="M370 580 v90 M430 590 v80 M540 590 v80 M590 575 v95 M335 530 q-70 -60 -60 -120" stroke="#9c6c31" stroke-width="24" fill="none"/>
    <path d="M610 440 l-16 -54 l48 30 Z" fill="#9c6c31"/><circle cx="660" cy="470" r="7" fill="#20170c"/>`,
}

/** A JPEG as a phone would send it. */
export function drawPhoto(subject: PhotoSubject): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 960 720">${SCENES[subject]}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
}
