export {
  administeredSubDistrict, answersMatters, bearerOf, coversSeveralVillages, handlesAbove, leadsVillage, mayHaveDuty,
  myHandledVillage, myHandledVillages, mySubDistrict, myVillage, postLine, villageOneSpeaksTo,
} from './my-posts'
export { facesOf, openInbox, pickFace, useFace, type Face } from './face'
export { SignedIn } from './signed-in'
export { boardUrl, isAtDesk, openBoard, openPage, openTicket, SIGN_IN_URL, ticketUrl } from './ways'
