//! How much, in the words people use for it.

use super::super::reading::tests::told;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(told(text), expected, "{text}");
}

#[test]
fn how_strictly_is_said_in_many_ways() {
    check("Swim atleast 3 times a week", "> >=3 times/week >");
    check("Swim min. 3 times a week", "> >=3 times/week >");
    check("Swim 3 times a week as a minimum", "> >=3 times/week >");
    check("Phone no more then 2 times a day", "> <=2 times/day >");
    check("Phone 2 times a day at the very most", "> <=2 times/day >");
    check("Phone ≤2 times per day", "> <=2 times/day >");
    check("Sit for 30 min", "> 30 minutes >");
    check("Calls, now 1 a week, up to 3 a week", "1 items/week > 3 items/week >");
}

#[test]
fn days_are_counted_however_they_are_written() {
    check("Swim Mon, Wed + Fri", "> 3 times/week >");
    check("Swim Mon-Thu", "> 4 times/week >");
    check("Swim on school days", "> 5 times/week >");
    check("Swim at weekends", "> 1 times/week >");
    check("Take the pills QID", "> 4 times/day >");
    check("Drink 6 cups per 24h", "> 6 items/day >");
    check("Play 12 notes per 30-minute lesson", "> 12 items/lesson >");
    check("Greet 3 members per rehearsal", "> 3 items/rehearsal >");
    check("Row for three lunch hours a week", "> 3 items/week >");
    check("Swim once or twice a week", "> 1 times/week >");
    check("Swim a couple of times a week", "> 2 times/week >");
}

#[test]
fn parts_of_a_whole_are_read_in_words() {
    check("Raise a hand two thirds of the time", "> 2/3 times >");
    check("Get 8 right out of 10", "> 8/10 items >");
    check("Read for 1 1/2 hours", "> 1.5 hours >");
    check("Walk 10k steps a day", "> 10000 items/day >");
    check("Play four square", ">  >");
    check("Be in bed by 9.30", ">  >");
}

#[test]
fn an_end_to_something_is_a_zero_and_a_look_at_it_no_level() {
    check("I am done biting my nails", "> 0 times >");
    check("Stay clean from pills", "> 0 times >");
    check("Put an end to the shouting", "> 0 times >");
    check("She won't be sent off the pitch", "> 0 times >");
    check("Remain relapse free", "> 0 times >");
    check("Stay gluten-free", "> 0 times >");
    check("feel free to ask", ">  >");
    check("get the forms done", ">  >");
    check("I dont want to feel sad no more when I wake up", ">  >");
    check("Reviewed once each quarter: write up 3 clubs", "> 3 items >");
    check("Drop 4 points off the GAD-7", "> 4 gad-7 change >");
    check("Keep calorie intake at 1,900 a day", "> 1900 items/day >");
}
