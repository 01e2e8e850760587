// Mail providers where anybody gets an address. Such a domain says nothing about the company a sender works for.
const german = `web.de gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.eu gmx.info gmx.biz gmx.org t-online.de magenta.de
  freenet.de mail.de email.de arcor.de online.de posteo.de posteo.net posteo.eu posteo.org mailbox.org o2online.de
  o2mail.de vodafone.de vodafonemail.de unitybox.de kabelmail.de kabelbw.de unity-mail.de alice.de alice-dsl.de
  alice-dsl.net aol.de yahoo.de ymail.de hotmail.de outlook.de live.de msn.de googlemail.com googlemail.de gmail.de
  tutanota.de tutamail.com tutanota.com tuta.io tuta.com keemail.me versanet.de netcologne.de ewetel.net ewe.net
  osnanet.de htp-tel.de t-online.com tonline.de eclipso.de eclipso.eu emailn.de firemail.de lycos.de nexgo.de
  onlinehome.de compuserve.de compuserve.com surfeu.de tiscali.de 1und1.de mailbox.de email.com mein.gmx
  berlin.de smart-mail.de directbox.com directbox.de sofort-mail.de spacemail.de vol.at aon.at chello.at inode.at
  a1.net kabsi.at liwest.at bluewin.ch sunrise.ch hispeed.ch swissonline.ch swissmail.org`;

const international = `gmail.com icloud.com me.com mac.com outlook.com outlook.at outlook.fr outlook.es outlook.it
  outlook.com.br hotmail.com hotmail.co.uk hotmail.fr hotmail.it hotmail.es hotmail.ch hotmail.at live.com live.co.uk
  live.nl live.fr live.at msn.com passport.com yahoo.com yahoo.co.uk yahoo.fr yahoo.it yahoo.es yahoo.at yahoo.ch
  yahoo.co.in yahoo.com.br yahoo.com.tr ymail.com rocketmail.com aol.com aim.com proton.me protonmail.com
  protonmail.ch pm.me fastmail.com fastmail.fm hey.com zoho.com zohomail.com zohomail.eu hushmail.com mail.com
  email.com usa.com post.com europe.com consultant.com mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru
  rambler.ru wp.pl o2.pl onet.pl onet.eu interia.pl op.pl poczta.fm tlen.pl seznam.cz email.cz centrum.cz
  post.cz azet.sk libero.it virgilio.it tiscali.it alice.it tin.it orange.fr wanadoo.fr free.fr laposte.net sfr.fr
  neuf.fr bbox.fr hetnet.nl ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl chello.nl telenet.be skynet.be
  telia.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net btinternet.com
  sky.com talktalk.net virginmedia.com ntlworld.com qq.com 163.com 126.com sina.com naver.com daum.net rediffmail.com
  uol.com.br bol.com.br terra.com.br abv.bg mail.bg freemail.hu citromail.hu indamail.hu duck.com
  simplelogin.com mozmail.com relay.firefox.com privaterelay.appleid.com mailinator.com guerrillamail.com
  10minutemail.com trashmail.com trashmail.de wegwerfmail.de yopmail.com`;

export const freeMailDomains: ReadonlySet<string> = new Set(`${german} ${international}`.trim().split(/\s+/));
