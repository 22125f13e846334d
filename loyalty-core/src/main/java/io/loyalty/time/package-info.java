/**
 * Dates, hours and terms; the only room that computes with a {@link java.time.ZoneId}.
 *
 * <p>Start with {@link io.loyalty.time.BusinessDay}: the day an instant belongs to, where the day may turn at five in the
 * morning. {@link io.loyalty.time.DateWindow} is a range of dates, {@link io.loyalty.time.WeeklyHours} what a shop writes
 * on its door. {@link io.loyalty.time.Term} says how long points live, {@link io.loyalty.time.QualificationPeriod} over
 * which dates a tier is earned, {@link io.loyalty.time.LeapDay} what becomes of 29 February in a common year.
 *
 * <p>The zone is always an argument, as is every instant. Days are as long as the zone's clock makes them: a day may lack
 * its midnight, last 23 or 25 hours, or not exist at all. Once a day has begun, the day before never resumes, even where
 * a clock put back over midnight shows the old date again.
 *
 * <p>Deliberately absent: a clock, a default zone, holidays, formatting for a locale, calendars other than ISO.
 *
 * @serial exclude
 */
package io.loyalty.time;
