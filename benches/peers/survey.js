// A worksheet as a clinic's web form would have it: ten scales, saved in the browser.
import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.min.css";

const elements = Array.from({ length: 10 }, (_, nth) => ({
  type: "rating", name: `q${nth}`, title: `How much does goal ${nth + 1} matter to you?`, rateMin: 1, rateMax: 10, displayMode: "buttons",
}));
const survey = new Model({ elements });
survey.onValueChanged.add(() => localStorage.setItem("worksheet", JSON.stringify(survey.data)));
renderSurvey(survey, document.getElementById("root"));
