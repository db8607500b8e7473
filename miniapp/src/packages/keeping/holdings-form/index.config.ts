export default definePageConfig({
  navigationBarTitleText: '登记家底',
  enablePullDownRefresh: true,
})
