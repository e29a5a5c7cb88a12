package w1

age := [60, 50, 52, 55, 55, 58, 58, 60, 63, 63]

bar := [0, 6, 12, 18, 24, 60]

violated contains 1 if {
	input.target_level >= 3
	input.work_started + 1920 > input.as_of
}

violated contains 1 if {
	input.target_level >= 3
	input.grassroots_years < 2
}

violated contains 2 if {
	input.target_level >= 3
	input.lower_posts < 2
}

violated contains 3 if {
	input.level % 2 == 1
	input.target_level == input.level + 1
	input.level_since + 768 > input.as_of
}

violated contains 4 if {
	input.level % 2 == 0
	input.level >= 2
	input.target_level == input.level + 1
	input.level_since + 1152 > input.as_of
}

violated contains 5 if input.education < 3

violated contains 5 if {
	input.target_level >= 5
	input.education < 4
}

violated contains 6 if input.target_level > input.level + 1

violated contains 7 if input.probation_ends > input.as_of

violated contains 8 if input.last_assessment >= 2

violated contains 9 if {
	input.sanction_kind != 0
	input.sanctioned_on + bar[input.sanction_kind] * 32 > input.as_of
}

violated contains 10 if input.born + age[input.target_level] * 384 <= input.as_of

violated contains 11 if input.training_hours < 350

violated contains 11 if {
	input.target_level >= 3
	input.training_hours < 550
}

violated contains 12 if {
	input.party_post != 0
	input.party_joined == 0
}

violated contains 12 if {
	input.party_post != 0
	input.party_joined + 1152 > input.as_of
}
