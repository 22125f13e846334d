package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.program.Program;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * All that happened in a shop, and the program it has.
 *
 * @param title what shop it is, for the head of the report
 * @param program the program
 * @param rewardPrice what a reward costs, in points
 * @param rewardRule when members take rewards, in words
 * @param members the customers, each with what they did
 * @param transactions all purchases and returns, in order of time
 * @param answers the answers to the question whether customers would recommend the shop, 0 to 10
 * @param lastDay the last day of which anything is known
 * @param remarks what the reader should know of the facts
 */
record Shop(
        String title,
        Program program,
        long rewardPrice,
        String rewardRule,
        List<Member> members,
        List<Transaction> transactions,
        List<Integer> answers,
        LocalDate lastDay,
        List<String> remarks) {

    /**
     * One customer with all facts.
     *
     * @param customer who
     * @param activities what happened, in order of time
     * @param wishes after which of them the customer takes rewards, if the points suffice
     */
    record Member(Customer customer, List<Activity> activities, Set<ActivityId> wishes) {}

    long facts() {
        return members.stream().mapToLong(member -> member.activities().size()).sum();
    }
}
