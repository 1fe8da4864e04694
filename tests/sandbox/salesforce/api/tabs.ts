// GET /tabs and /theme: the tabs of the person's app, and the colors and icons of what they show.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_tabs.htm and resources_themes.htm
import type { ObjectName, OrgInfo } from '../model';
import { seesObject } from '../rules/access';
import { objectOf } from '../schema/objects';
import type { Scene } from '../world';
import { ok, type Route, route } from './call';

/** What has a tab, with its color. */
const tabbed: [ObjectName, string][] = [
  ['Lead', 'F88962'],
  ['Account', '7F8DE1'],
  ['Contact', 'A094ED'],
  ['Opportunity', 'FCB95B'],
  ['Campaign', 'F49756'],
];

const iconUrl = (info: OrgInfo, name: string) =>
  `https://${info.api}/img/icon/t4v35/standard/${name.toLowerCase()}.svg`;

function look(info: OrgInfo, name: string, color: string) {
  return {
    colors: [{ color, context: 'primary', theme: 'theme4' }],
    icons: [
      {
        contentType: 'image/svg+xml',
        ...{ height: 0, theme: 'theme4', url: iconUrl(info, name), width: 0 },
      },
    ],
  };
}

/** The tabs that a person sees, each with what is needed to draw it. */
export function tabsOf(scene: Scene) {
  const { info } = scene.org;
  return tabbed
    .filter(([name]) => seesObject(scene, name))
    .map(([name, color]) => {
      const { plural, prefix } = objectOf(name);
      return {
        ...look(info, name, color),
        ...{ custom: false, iconUrl: iconUrl(info, name), label: plural },
        ...{ miniIconUrl: iconUrl(info, name), name: `standard-${name}`, sobjectName: name },
        url: `https://${info.api}/${prefix}/o`,
      };
    });
}

export const tabRoutes: Route[] = [
  route('GET', /^\/tabs\/?$/, (scene) => ok(tabsOf(scene))),
  route('GET', /^\/theme\/?$/, ({ org: { info } }) =>
    ok({ themeItems: tabbed.map(([name, color]) => ({ ...look(info, name, color), name })) }),
  ),
];
