export default definePageConfig({
  navigationBarTitleText: '坐班日记',
  enablePullDownRefresh: true,
})
