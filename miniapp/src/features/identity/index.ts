export { bearerOf, leadsVillage, myHandledVillage, mySubDistrict, myVillage, postLine } from './my-posts'
export { SignedIn } from './signed-in'
export { openPage, openTicket, SIGN_IN_URL } from './ways'
